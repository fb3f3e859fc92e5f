.read main.sql
