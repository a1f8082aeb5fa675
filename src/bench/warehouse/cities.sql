-- Made-up cities 1 to $1, spread over the world and over five time zones.
INSERT INTO cities (id, name, ascii_name, country_code, admin1_code, latitude, longitude, elevation_m, population,
                    time_zone, search_text)
SELECT i, 'City ' || i, 'City ' || i, (ARRAY['DE', 'US', 'IN', 'BR', 'JP'])[1 + i % 5], lpad((i % 100)::text, 2, '0'),
       -60 + (i * 7919 % 12500) / 100.0, -180 + (i * 104729 % 36000) / 100.0, i % 900, 50000 + i * 7321 % 9000000,
       (ARRAY['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'America/Sao_Paulo', 'Asia/Tokyo'])[1 + i % 5],
       'city ' || i
  FROM generate_series(1, $1::int) AS i;
