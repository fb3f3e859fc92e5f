def attempt(what):
    try:
        what()
        print("DONE", what.__name__)
    except (OSError, ImportError, AttributeError, RuntimeError, NotImplementedError):
        pass


def connect():
    import socket

    socket.create_connection(("127.0.0.1", 80), timeout=1)


def listen():
    import socket

    socket.socket().bind(("0.0.0.0", 8080))


def download():
    import urllib.request

    urllib.request.urlopen("http://127.0.0.1/")


def process():
    import subprocess

    subprocess.run(["id"])


def shell():
    import os

    os.system("id")


def fork():
    import os

    os.fork()


def thread():
    import threading

    threading.Thread(target=print, args=("IN A THREAD",)).start()


def native():
    import ctypes

    ctypes.CDLL(None).system(b"id")


for what in (connect, listen, download, process, shell, fork, thread, native):
    attempt(what)
print("done")
