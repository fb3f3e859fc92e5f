CREATE TRIGGER refuse_frozen BEFORE INSERT ON transfers
WHEN EXISTS (SELECT 1 FROM accounts WHERE id IN (NEW.from_id, NEW.to_id) AND frozen = 1)
BEGIN
  SELECT RAISE(ABORT, 'the account is frozen');
END;

CREATE TRIGGER book_transfer AFTER INSERT ON transfers
BEGIN
  UPDATE accounts SET cents = cents - NEW.cents WHERE id = NEW.from_id;
  UPDATE accounts SET cents = cents + NEW.cents WHERE id = NEW.to_id;
END;

CREATE TRIGGER transfers_are_not_changed BEFORE UPDATE ON transfers
BEGIN
  SELECT RAISE(ABORT, 'a transfer is final');
END;

CREATE TRIGGER transfers_are_not_deleted BEFORE DELETE ON transfers
BEGIN
  SELECT RAISE(ABORT, 'a transfer is final');
END;
