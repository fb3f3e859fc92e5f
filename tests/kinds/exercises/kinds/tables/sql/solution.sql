CREATE TABLE products (name TEXT NOT NULL, price INTEGER NOT NULL CHECK (price >= 0));
