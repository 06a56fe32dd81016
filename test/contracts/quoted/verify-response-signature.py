import base64
import ecdsa
from ecdsa.util import sigdecode_der
from hashlib import sha512

# response is the python requests response object received from Ubble

# Extract the signature
timestamp, ubble_signature_version, ubble_signature = response.headers["ubble-signature"].split(":")

# First we create the signed_payload
signed_payload = f"{timestamp}:{response.text}".encode("utf-8")

# Use the public key from the dashboard (check version from ubble_signature_version)
public_key_file = open("ubble_public_key.key")

# Generate veryfing key signature
verifying_key = ecdsa.VerifyingKey.from_pem(public_key_file.read())

# Verify the signature
result = verifying_key.verify(base64.b64decode(ubble_signature.encode("utf-8")), signed_payload, hashfunc=sha512, sigdecode=sigdecode_der, allow_truncate=True)
print(result)
