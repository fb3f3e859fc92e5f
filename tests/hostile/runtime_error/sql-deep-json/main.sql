SELECT json(replace(hex(zeroblob(1000000)), '00', '['));
