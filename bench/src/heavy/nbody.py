# The outer planets and the sun, by the leapfrog method.
BODIES = [
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47],
    [4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.037],
    [8.34, 4.12, -0.40, -1.01, 1.82, 0.008, 0.011],
    [12.89, -15.11, -0.22, 1.08, 0.868, -0.010, 0.0017],
    [15.37, -25.91, 0.179, 0.979, 0.594, -0.034, 0.002],
]


def advance(bodies, steps, dt):
    pairs = [(a, b) for index, a in enumerate(bodies) for b in bodies[index + 1 :]]
    for _ in range(steps):
        for a, b in pairs:
            dx, dy, dz = a[0] - b[0], a[1] - b[1], a[2] - b[2]
            pull = dt / (dx * dx + dy * dy + dz * dz) ** 1.5
            for axis, d in enumerate((dx, dy, dz), 3):
                a[axis] -= d * b[6] * pull
                b[axis] += d * a[6] * pull
        for body in bodies:
            body[0] += dt * body[3]
            body[1] += dt * body[4]
            body[2] += dt * body[5]


advance(BODIES, 12_000, 0.01)
print(f"{BODIES[1][0]:.6f}")
