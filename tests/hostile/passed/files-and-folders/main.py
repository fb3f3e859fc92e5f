import errno, os, pathlib, shutil, tempfile

root = pathlib.Path("/data/shelf")
(root / "a" / "b").mkdir(parents=True)
try:
    root.mkdir()
except FileExistsError as error:
    assert error.errno == errno.EEXIST
else:
    raise AssertionError("a folder was made twice")

(root / "a" / "one.txt").write_text("eins")
(root / "two.txt").write_bytes(b"zwei")
with open(root / "two.txt", "a") as file:
    file.write("!")
assert sorted(os.listdir(root)) == ["a", "two.txt"]
assert sorted(str(path.relative_to(root)) for path in root.rglob("*")) == ["a", "a/b", "a/one.txt", "two.txt"]
assert (root / "two.txt").stat().st_size == 5 and (root / "a").is_dir()

os.rename(root / "two.txt", root / "a" / "b" / "two.txt")
shutil.copy(root / "a" / "b" / "two.txt", root / "copy.txt")
assert (root / "copy.txt").read_text() == "zwei!"
assert os.path.realpath(root / "a" / ".." / "copy.txt") == "/data/shelf/copy.txt"
for wrong, expected in [(lambda: os.rmdir(root), OSError), (lambda: os.remove(root / "none"), FileNotFoundError), (lambda: os.listdir(root / "copy.txt"), NotADirectoryError)]:
    try:
        wrong()
    except expected:
        pass
    else:
        raise AssertionError("it should not be possible")
(root / "copy.txt").unlink()
shutil.rmtree(root)
assert not root.exists()
with tempfile.TemporaryDirectory(dir="/data") as own:
    pathlib.Path(own, "x").write_text("y")
assert os.listdir("/data") == []
print("as files and folders are")
