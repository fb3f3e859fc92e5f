def gross(net):
    return net * 121 // 100
