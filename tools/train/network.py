"""The recogniser of OCR-B: a small network of convolutions that any length of line goes through."""

import torch
from torch import nn

from lines import BLANK


class Recognizer(nn.Module):
    """Pictures N x 1 x 36 x W to the logarithms of the probabilities of 38 classes, N x W/6 x 38."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            *layer(1, 24, (5, 5), stride=(2, 2)),
            *layer(24, 32, (3, 3)),
            *layer(32, 64, (3, 3), stride=(2, 3)),
            *layer(64, 64, (3, 3)),
            nn.MaxPool2d((2, 1)),
            *layer(64, 96, (3, 3)),
            *layer(96, 128, (4, 3), padding=(0, 1)),
            *layer(128, 128, (1, 5)),
            nn.Conv2d(128, BLANK + 1, 1),
        )

    def forward(self, pictures):
        return self.layers(pictures).squeeze(2).transpose(1, 2).log_softmax(2)


def layer(inputs, outputs, size, stride=1, padding=None):
    if padding is None:
        padding = (size[0] // 2, size[1] // 2)
    return [
        nn.Conv2d(inputs, outputs, size, stride, padding, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    ]
