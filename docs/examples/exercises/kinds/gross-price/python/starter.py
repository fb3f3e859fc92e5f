def gross(net):
    return net
