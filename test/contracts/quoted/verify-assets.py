from hashlib import sha256
import requests

# Download image to verify (example url)
image_url = "https://storage.ubble.ai/image-url.png"
received_image = requests.get(image_url).content

# Hash the image
received_image_hash = sha256(received_image).hexdigest()

# Get the hash from the previously verified response (example)
ubble_response_image_hash = "sha2-256:<image-hash-string>"

# Compare the hashes
result = received_image_hash == ubble_response_image_hash.split(":")[1]
print(result)
