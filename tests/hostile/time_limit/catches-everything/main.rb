loop do
  begin
    loop {}
  rescue Exception
    nil
  ensure
    redo if false
  end
end
