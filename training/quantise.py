"""Rounding to eight bits while training, so that the weights learn to live with it."""

from torch import Tensor, nn
from torch.nn.utils import parametrize


class RoundWeight(nn.Module):
    """Weights as symmetric eight-bit integers, one scale an output row; the gradient passes through."""

    def forward(self, weight: Tensor) -> Tensor:
        """The weight, rounded."""
        scale = weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        return weight + ((weight / scale).round() * scale - weight).detach()


def round_activation(module: nn.Linear, arguments: tuple[Tensor]) -> tuple[Tensor]:
    """The input as unsigned eight-bit integers, one scale a tensor, as the runtime will round it."""
    (value,) = arguments
    low, high = value.detach().amin().clamp(max=0), value.detach().amax().clamp(min=0)
    scale = ((high - low) / 255).clamp(min=1e-8)
    rounded = ((value - low) / scale).round() * scale + low
    return (value + (rounded - value).detach(),)


def set_fake_quantisation(module: nn.Module) -> None:
    """Rounds weights and inputs of every linear layer inside `module` from now on."""
    for layer in module.modules():
        if isinstance(layer, nn.Linear):
            parametrize.register_parametrization(layer, "weight", RoundWeight())
            layer.register_forward_pre_hook(round_activation)
