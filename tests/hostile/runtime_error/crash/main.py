def patched():
    pass


patched.__code__ = patched.__code__.replace(co_code=bytes([255] * 8), co_stacksize=1)
patched()
