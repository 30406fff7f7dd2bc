"""A folder for finished pages, and everything that lies in it."""

import gzip

from contributions.baking import addresses, keeping_up, oven
from contributions.baking.root import Root, names_of


def bake_everything():
    """Bake whatever is missing, as the process does that always runs."""
    root = Root()
    keeping_up.catch_up(root)
    keeping_up.bake_whole(root)
    return root


def baked(address):
    """Return what is baked for an address, None where nothing is; its .gz must say the same."""
    for name in names_of(address):
        path = Root().pages / name.lstrip("/")
        if path.exists():
            content = path.read_bytes()
            assert gzip.decompress(path.with_name(f"{path.name}.gz").read_bytes()) == content
            return content
    return None


def every_byte():
    """Return all that lies under the root, with what is compressed opened."""
    found = []
    for path in Root().folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            found += [content, gzip.decompress(content) if path.suffix == ".gz" else b""]
    return b"\n".join(found)


def stale():
    """Return the addresses whose baked page is not what the site says now, or lies in wait."""
    wanted = set(addresses.everything())
    return [a for a in wanted if baked(a) is not None and baked(a) != oven.ask(a).content]


def missing():
    """Return the addresses that the site answers and that are not baked."""
    return [
        a for a in addresses.everything() if baked(a) is None and oven.ask(a).status_code == 200
    ]


def left_over():
    """Return the files of pages that are no address of the site any more."""
    wanted = {name for address in addresses.everything() for name in names_of(address)}
    root = Root().pages
    files = {f"/{path.relative_to(root)}" for path in root.rglob("*") if path.is_file()}
    return sorted(name for name in files if name.removesuffix(".gz") not in wanted)
