-- Kilometres between two places: great circle on a sphere of the Earth's mean radius (haversine), within 0.6 % of the
-- ellipsoid. The sections between /*:name*/ and /*:*/ are exchanged: the places.
2 * 6371.0088 * asin(sqrt(least(1,
  power(sin(radians(/*:toLatitude*/ 41.85 /*:*/ - /*:fromLatitude*/ 40.71 /*:*/) / 2), 2)
  + cos(radians(/*:fromLatitude*/ 40.71 /*:*/)) * cos(radians(/*:toLatitude*/ 41.85 /*:*/))
    * power(sin(radians(/*:toLongitude*/ -87.65 /*:*/ - /*:fromLongitude*/ -74.01 /*:*/) / 2), 2)
)))
