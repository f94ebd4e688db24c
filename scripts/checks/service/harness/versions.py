"""Published versions under other names, whole and damaged, for a service to swap to."""

import json
import os
import random
import shutil
from pathlib import Path


class Versions:
    """A folder `published` of its own, with copies (hard links) of the live version of workspaces."""

    def __init__(self, folder):
        self.published = Path(folder) / "published"
        self.published.mkdir(parents=True)

    def copy(self, workspace, name):
        """A whole copy of a workspace's live version under another name."""
        source = Path(workspace) / "published"
        source = source / (source / "current").read_text().strip()
        target = self.published / name
        shutil.copytree(source, target, copy_function=os.link)
        self.rewrite(target / "manifest.json",
                     json.dumps({**json.loads((source / "manifest.json").read_text()), "version": name}).encode())
        return name

    def damage(self, name, kind, seed):
        """Damages a copy: what a broken disk, a cut transfer, a forger or another program would leave."""
        folder, dice = self.published / name, random.Random(seed)
        manifest = folder / "manifest.json"
        model = folder / "bundle" / "model.json"
        if kind == "flipped":
            data = bytearray(model.read_bytes())
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
            self.rewrite(model, bytes(data))
        elif kind == "truncated":
            self.rewrite(model, model.read_bytes()[:dice.randrange(1, model.stat().st_size)])
        elif kind == "missing":
            model.unlink()
        elif kind == "index":
            index = folder / "clients" / "clients.index"
            data = bytearray(index.read_bytes())
            data[dice.randrange(len(data))] ^= 0xFF
            self.rewrite(index, bytes(data))
        elif kind == "format":
            self.rewrite(manifest, json.dumps({**json.loads(manifest.read_text()), "format": 99}).encode())
        elif kind == "manifest":
            self.rewrite(manifest, manifest.read_bytes()[:-20])
        else:
            raise ValueError(kind)

    KINDS = ("flipped", "truncated", "missing", "index", "format", "manifest")

    @staticmethod
    def rewrite(file, content):
        """Replaces a file without touching the one it is linked to."""
        file.unlink()
        file.write_bytes(content)

    def use(self, name):
        """Moves the pointer as promotion does: written aside, renamed."""
        aside = self.published / "current.part"
        aside.write_text(name + "\n")
        os.replace(aside, self.published / "current")

    def remove(self, name):
        shutil.rmtree(self.published / name)
