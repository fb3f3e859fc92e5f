CREATE TRIGGER book_transfer AFTER INSERT ON transfers
BEGIN
  UPDATE accounts SET cents = cents + NEW.cents WHERE id = NEW.to_id;
END;
