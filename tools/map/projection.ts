/**
 * Lambert azimuthal equal-area projection on the WGS84 ellipsoid (Snyder, "Map Projections", 1987, pages 182-190).
 * Kilometres; x to the east, y to the north of the centre.
 */

export interface Projection {
  /** Longitude and latitude in degrees to km east and north of the centre. */
  toPlane(lon: number, lat: number): [number, number];
  /** Km east and north of the centre to longitude and latitude in degrees. */
  toLonLat(x: number, y: number): [number, number];
}

const A_KM = 6378.137;
const E2 = 0.0066943799901413165;
const E = Math.sqrt(E2);
const DEGREE = Math.PI / 180;

function authalicQ(sinLat: number): number {
  const es = E * sinLat;
  return (1 - E2) * (sinLat / (1 - es * es) - Math.log((1 - es) / (1 + es)) / (2 * E));
}

const Q_POLE = authalicQ(1);
const RADIUS_KM = A_KM * Math.sqrt(Q_POLE / 2);

const authalicLat = (lat: number): number => Math.asin(authalicQ(Math.sin(lat)) / Q_POLE);

function geodeticLat(beta: number): number {
  const e4 = E2 * E2;
  const e6 = e4 * E2;
  return (
    beta +
    (E2 / 3 + (31 * e4) / 180 + (517 * e6) / 5040) * Math.sin(2 * beta) +
    ((23 * e4) / 360 + (251 * e6) / 3780) * Math.sin(4 * beta) +
    ((761 * e6) / 45360) * Math.sin(6 * beta)
  );
}

/** The projection centred on a point given in degrees. */
export function laea(lat0: number, lon0: number): Projection {
  const phi1 = lat0 * DEGREE;
  const beta1 = authalicLat(phi1);
  const sin1 = Math.sin(beta1);
  const cos1 = Math.cos(beta1);
  const m1 = Math.cos(phi1) / Math.sqrt(1 - E2 * Math.sin(phi1) * Math.sin(phi1));
  const d = (A_KM * m1) / (RADIUS_KM * cos1);
  return {
    toPlane(lon, lat) {
      const beta = authalicLat(lat * DEGREE);
      const turn = (lon - lon0) * DEGREE;
      const cosTurn = Math.cos(turn);
      const b = RADIUS_KM * Math.sqrt(2 / (1 + sin1 * Math.sin(beta) + cos1 * Math.cos(beta) * cosTurn));
      return [
        b * d * Math.cos(beta) * Math.sin(turn),
        (b / d) * (cos1 * Math.sin(beta) - sin1 * Math.cos(beta) * cosTurn),
      ];
    },
    toLonLat(x, y) {
      const xd = x / d;
      const yd = y * d;
      const rho = Math.sqrt(xd * xd + yd * yd);
      if (rho === 0) return [lon0, lat0];
      const ce = 2 * Math.asin(rho / (2 * RADIUS_KM));
      const beta = Math.asin(Math.cos(ce) * sin1 + (yd * Math.sin(ce) * cos1) / rho);
      const turn = Math.atan2(xd * Math.sin(ce), rho * cos1 * Math.cos(ce) - yd * sin1 * Math.sin(ce));
      return [lon0 + turn / DEGREE, geodeticLat(beta) / DEGREE];
    },
  };
}
