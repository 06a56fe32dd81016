"""Trains the recogniser of OCR-B and writes it as ONNX. See README.md for how and how long.

Usage: python3 train.py OUTPUT.onnx [steps]
"""

import copy
import random as python_random
import sys
import time

import cv2
import numpy as np
import torch

from glyphs import draw_alphabets
from lines import HEIGHT, STEP, draw_sample
from network import Recognizer

SEED = 20261125
BATCH = 24
# Steps that are run, and the length of the schedule that sets their rate: the loss no longer fell by then.
STEPS = 1000
SCHEDULE_STEPS = 2400
# Greatest rate of Adam; it warms up over a twentieth of the steps and falls to a tenth as a cosine.
RATE = 2.5e-3
LEAST_RATE = 0.1
# The weights written are a mean over the last steps: this share of it stays at each.
MEAN_SHARE = 0.995
# Steps between drafts of the file: training may be stopped at any of them.
DRAFT_EVERY = 200
ALPHABETS = 240
CHECKED = 300


def main():
    output = sys.argv[1]
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else STEPS
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    python_random.seed(SEED)
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)
    alphabets = draw_alphabets(random, ALPHABETS)
    network = Recognizer()
    print(sum(p.numel() for p in network.parameters()), "weights", flush=True)
    mean = train(network, random, alphabets, steps, output)
    check(mean, np.random.default_rng(SEED + 1), draw_alphabets(np.random.default_rng(SEED + 2), 32))
    export(mean, output)


def train(network, random, alphabets, steps, output):
    mean = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=1e-4)
    warm = SCHEDULE_STEPS // 20
    rate = lambda step: min((step + 1) / warm, LEAST_RATE + (1 - LEAST_RATE) * (0.5 + 0.5 * np.cos(np.pi * step / SCHEDULE_STEPS)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    started = time.time()
    mean_loss = None
    for step in range(steps):
        pictures, shares = draw_batch(random, alphabets, BATCH)
        loss = -(network(pictures) * shares).sum(2).mean()
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        schedule.step()
        follow(mean, network, min(MEAN_SHARE, (step + 1) / (step + 10)))
        mean_loss = loss.item() if mean_loss is None else 0.97 * mean_loss + 0.03 * loss.item()
        if step % 50 == 49:
            print(f"step {step + 1} loss {mean_loss:.4f} {time.time() - started:.0f} s", flush=True)
        if step % DRAFT_EVERY == DRAFT_EVERY - 1:
            export(copy.deepcopy(mean), f"{output}.draft")
    return mean


def follow(mean, network, share):
    """Moves the mean weights towards those of now."""
    with torch.no_grad():
        for kept, now in zip(mean.state_dict().values(), network.state_dict().values()):
            if kept.dtype.is_floating_point:
                kept.mul_(share).add_(now, alpha=1 - share)
            else:
                kept.copy_(now)


def draw_batch(random, alphabets, count):
    pictures, shares = zip(*(draw_sample(random, alphabets) for _ in range(count)))
    return torch.from_numpy(np.stack(pictures)[:, None]), torch.from_numpy(np.stack(shares))


def check(network, random, alphabets):
    """Characters right at the steps that hold a middle, on lines and alphabets that training has not seen."""
    network.eval()
    pictures, shares = draw_batch(random, alphabets, CHECKED)
    with torch.no_grad():
        seen = network(pictures).argmax(2)
    holds = shares[:, :, :-1].max(2).values > 0.8
    wanted = shares.argmax(2)
    right = (seen == wanted)[holds].float().mean().item()
    blank = (seen == wanted)[shares[:, :, -1] > 0.8].float().mean().item()
    print(f"characters right {right:.4f}, blanks right {blank:.4f}", flush=True)


def export(network, path):
    network.eval()
    for parameter in network.parameters():
        parameter.requires_grad = False
    torch.onnx.export(
        network,
        torch.zeros(1, 1, HEIGHT, 48 * STEP),
        path,
        input_names=["lines"],
        output_names=["classes"],
        dynamic_axes={"lines": {0: "count", 3: "width"}, "classes": {0: "count", 1: "steps"}},
        opset_version=13,
        do_constant_folding=True,
    )


if __name__ == "__main__":
    main()
