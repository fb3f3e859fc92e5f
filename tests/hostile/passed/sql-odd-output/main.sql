SELECT char(27) || '[1mbold' || char(27) || '[0m' || char(0) || char(13) || char(10) || CAST(x'ff' AS TEXT) || 'end' AS odd;
