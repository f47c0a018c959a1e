"""Names of files that are nobody's business: whatever a folder or an archive holds of the kind, it is never opened.

Platform readers open only what their shapes allow; this list keeps the generic reader, which opens any table, away.
"""

import re

_PRIVATE = re.compile(
    r"(?:^|[/_\s.-])(?:"
    r"messages?|inbox|chats?|dms?|direct|conversations?|"
    r"ips?|ip_?(?:audit|log|address)\w*|log_?ins?|logs|devices?|sessions?|cookies?|passwords?|security|"
    r"ads?|advert\w*|e-?mails?|phones?|contacts?|address(?:es)?(?:_?book)?|payments?|purchases?|orders?|"
    r"search(?:es)?|locations?|calls?"
    r")(?=[/_\s.-])",
    re.IGNORECASE,
)
_OWNERS = frozenset(("Profile.csv", "Profile Summary.csv", "Registration.csv"))
"""As LinkedIn writes them; a `profile.csv` that somebody made themselves is spelt small."""


def is_private(path: str) -> bool:
    """Whether a path speaks of messages, addresses, devices, payments, searches or advertisements."""
    return bool(_PRIVATE.search(path))


def is_about_the_owner(path: str) -> bool:
    """Whether a file beside an export is the export's own, of the owner's address and birth date (LinkedIn's)."""
    return path.rpartition("/")[2] in _OWNERS
