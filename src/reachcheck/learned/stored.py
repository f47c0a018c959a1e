"""A model as a file: plain JSON that nobody can hide code in, named by the hash of what it says."""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from reachcheck.errors import SettingsError
from reachcheck.learned.cells import CELLS
from reachcheck.learned.inputs import DIRECTIONS
from reachcheck.learned.model import Boosting, Logistic, Model, Seen
from reachcheck.message import msg
from reachcheck.model.columns import Floats, Index

FORMAT, VERSION = "reachcheck-learned", 1
MOST_BYTES = 1_000_000
"""What is fitted here takes a tenth; it bounds how long any trees can take."""

NEARLY = 1e-9


def named(model: Model) -> Model:
    """The model with the hash of its content as its name."""
    return replace(model, name=_hash(_content(model)))


def written(model: Model) -> str:
    """The file of a model, as `load` reads it; floats come back bit for bit."""
    content = _content(model)
    lines = (f"{json.dumps(key)}: {json.dumps(value, allow_nan=False)}" for key, value in content.items())
    return "{\n" + ",\n".join((f'"sha256": "{_hash(content)}"', *lines)) + "\n}\n"


def load(path: str) -> Model:
    """A model from its file; SettingsError where it is none, was changed, or is of another version."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        found: Any = json.loads(data.decode("utf-8")) if len(data) <= MOST_BYTES else None
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(msg("learned.no_model"), place=path, remedy=msg("learned.make_model")) from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise SettingsError(msg("learned.no_model"), place=path, remedy=msg("learned.make_model"))
    if found.get("version") != VERSION:
        raise SettingsError(msg("learned.other_version"), place=path, remedy=msg("learned.make_model"))
    try:
        named_so = found.pop("sha256")
        model, same = _parsed(found), _hash(found)
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError, RecursionError) as error:
        raise SettingsError(msg("learned.damaged"), place=path, remedy=msg("learned.make_model")) from error
    if not named_so == same == model.name:
        raise SettingsError(msg("learned.changed"), place=path, remedy=msg("learned.make_model"))
    return model


def _hash(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, allow_nan=False).encode()).hexdigest()


def _content(model: Model) -> dict[str, Any]:
    trees, line = model.boosting, model.logistic
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_with": dict(model.made_with),
        "platform": model.platform,
        "inputs": list(model.inputs),
        "missing": list(model.missing),
        "marked": {kind: vars(getattr(model, kind)) for kind in ("nobody", "somebody")},
        "area": model.area,
        "logistic": {
            "mean": line.mean.tolist(),
            "scale": line.scale.tolist(),
            "coefficient": line.coefficient.tolist(),
            "intercept": line.intercept,
        },
        "boosting": {
            "baseline": trees.baseline,
            "starts": trees.starts.tolist(),
            "feature": trees.feature.tolist(),
            "threshold": [None if math.isinf(each) else each for each in trees.threshold.tolist()],
            "missing_left": trees.missing_left.astype(int).tolist(),
            "left": trees.left.tolist(),
            "right": trees.right.tolist(),
            "value": trees.value.tolist(),
        },
    }


def _parsed(found: Mapping[str, Any]) -> Model:
    """The model of a file; KeyError, TypeError or ValueError where a part is missing or cannot be."""
    inputs = tuple(found["inputs"])
    if not inputs or len(set(inputs)) != len(inputs) or not set(inputs) <= set(DIRECTIONS):
        raise ValueError("other inputs")
    model = Model(
        name="",
        platform=_text(found["platform"]),
        inputs=inputs,
        missing=tuple(_whole(found["missing"], len(inputs)).tolist()),
        nobody=_seen(found["marked"]["nobody"]),
        somebody=_seen(found["marked"]["somebody"]),
        area=_share(found["area"]),
        boosting=_boosting(found["boosting"], len(inputs)),
        logistic=_logistic(found["logistic"], len(inputs)),
        made_with={_text(name): _text(version) for name, version in found["made_with"].items()},
    )
    return named(model)


def _seen(found: Mapping[str, Any]) -> Seen:
    marked, effective = int(_whole([found["marked"]], 1)[0]), float(_real([found["effective"]], 1)[0])
    if marked < 1 or effective <= 0:
        raise ValueError("nobody was marked")
    cells = _real(found["cells"], CELLS)
    if (cells < 0).any() or abs(cells.sum() - 1) > NEARLY:
        raise ValueError("no shares of a whole")
    return Seen(marked=marked, effective=effective, cells=tuple(cells.tolist()))


def _logistic(found: Mapping[str, Any], inputs: int) -> Logistic:
    scale = _real(found["scale"], inputs)
    if (scale <= 0).any():
        raise ValueError("no scale")
    return Logistic(
        mean=_real(found["mean"], inputs),
        scale=scale,
        coefficient=_real(found["coefficient"], inputs),
        intercept=float(_real([found["intercept"]], 1)[0]),
    )


def _boosting(found: Mapping[str, Any], inputs: int) -> Boosting:
    """The trees; ValueError where a node leads back, out of the table, or to an input that is not there."""
    nodes = len(found["feature"])
    limits = [math.inf if each is None else each for each in found["threshold"]]
    made = Boosting(
        baseline=float(_real([found["baseline"]], 1)[0]),
        starts=_whole(found["starts"], len(found["starts"])),
        feature=_whole(found["feature"], nodes, least=-1),
        threshold=_list(limits, nodes, (int, float), np.float64),
        missing_left=_whole(found["missing_left"], nodes) == 1,
        left=_whole(found["left"], nodes),
        right=_whole(found["right"], nodes),
        value=_real(found["value"], nodes),
    )
    if not _lead_on(made) or (made.feature >= inputs).any():
        raise ValueError("a tree that leads nowhere")
    return made


def _lead_on(trees: Boosting) -> bool:
    """Whether trees follow each other, and each node but a leaf leads to two behind it in its own tree."""
    starts, nodes = trees.starts, len(trees.feature)
    if not len(starts) or starts[0] != 0 or (np.diff(starts, append=nodes) <= 0).any():
        return False
    inner = np.flatnonzero(trees.feature >= 0)
    end = np.append(starts[1:], nodes)[np.searchsorted(starts, inner, side="right") - 1]
    return all(bool(((inner < child) & (child < end)).all()) for child in (trees.left[inner], trees.right[inner]))


def _real(found: object, size: int) -> Floats:
    numbers: Floats = _list(found, size, (int, float), np.float64)
    if not np.isfinite(numbers).all():
        raise ValueError("no finite number")
    return numbers


def _whole(found: object, size: int, least: int = 0) -> Index:
    numbers: Index = _list(found, size, (int,), np.int64)
    if (numbers < least).any():
        raise ValueError("below the least")
    return numbers


def _list(found: object, size: int, kinds: tuple[type, ...], dtype: Any) -> Any:
    """A list of so many numbers as an array; a truth value is no number."""
    if not isinstance(found, list) or len(found) != size or not all(type(each) in kinds for each in found):
        raise ValueError("no list of so many numbers")
    return np.array(found, dtype=dtype)


def _share(found: object) -> float:
    share = float(_real([found], 1)[0])
    if not 0 <= share <= 1:
        raise ValueError("no share")
    return share


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise ValueError("no text")
    return found
