const h = p => "ÿþ";
