from urllib.request import urlopen


def preview(url):
    return urlopen(url).read().decode()
