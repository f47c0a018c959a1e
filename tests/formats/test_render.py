import json

import pytest

from reachcheck.formats.render import render


def test_each_format(nathan):
    assert render(nathan).startswith("@nathan on X")
    assert json.loads(render(nathan, format="json", lang="fr"))["profile"]["handle"] == "nathan"
    assert render(nathan, format="csv").startswith("candidate,id,name,family,value")


def test_another_format(nathan):
    with pytest.raises(ValueError, match="'pdf'"):
        render(nathan, format="pdf")
