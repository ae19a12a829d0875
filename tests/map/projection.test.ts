import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layGrid } from '../../tools/map/grid.ts';
import { laea } from '../../tools/map/projection.ts';

const centre = { lat0: 23.063, lon0: 108.583 };

/** Length of a degree of latitude on WGS84, km, by the usual series. */
const degreeOfLatitude = (lat: number): number => {
  const phi = (lat * Math.PI) / 180;
  return (111132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi)) / 1000;
};

describe('the projection', () => {
  it('has the length of a meridian at its centre', () => {
    const [, north] = laea(centre.lat0, centre.lon0).toPlane(centre.lon0, centre.lat0 + 0.1);
    expect(north).toBeCloseTo(0.1 * degreeOfLatitude(centre.lat0 + 0.05), 4);
  });

  it('keeps areas: cells of one latitude are as large at the edge as in the middle', () => {
    const plane = laea(centre.lat0, centre.lon0);
    const area = (lon: number): number => {
      const corners = [
        [lon, 23.5],
        [lon + 0.1, 23.5],
        [lon + 0.1, 23.6],
        [lon, 23.6],
      ].map(([x, y]) => plane.toPlane(x as number, y as number));
      return (
        corners.reduce((sum, [x, y], index) => {
          const [nextX, nextY] = corners[(index + 1) % 4] as [number, number];
          return sum + x * nextY - nextX * y;
        }, 0) / 2
      );
    };
    expect(area(109.2) / area(108.55)).toBeCloseTo(1, 4);
  });

  it('comes back to where it started', () => {
    const plane = laea(centre.lat0, centre.lon0);
    fc.assert(
      fc.property(
        fc.double({ min: 107, max: 110, noNaN: true }),
        fc.double({ min: 22, max: 24, noNaN: true }),
        (lon, lat) => {
          const [backLon, backLat] = plane.toLonLat(...plane.toPlane(lon, lat));
          expect(backLon).toBeCloseTo(lon, 7);
          expect(backLat).toBeCloseTo(lat, 7);
        },
      ),
    );
  });
});

describe('the grid', () => {
  const grid = layGrid({ cols: 8, rows: 6, hexKm: 2.5, projection: centre });

  it('finds every hex at its centre and near its six sides, and nothing beyond the edge', () => {
    for (let hex = 0; hex < grid.size; hex++) {
      const [x, y] = grid.centre(hex);
      expect(grid.hexAt([x, y])).toBe(hex);
      for (let direction = 0; direction < 6; direction++) {
        const turn = (direction * Math.PI) / 3;
        expect(grid.hexAt([x + 1.24 * Math.cos(turn), y + 1.24 * Math.sin(turn)])).toBe(hex);
        const beyond = grid.hexAt([x + 1.26 * Math.cos(turn), y + 1.26 * Math.sin(turn)]);
        expect(beyond).toBe(grid.neighbour(hex, direction));
      }
    }
  });

  it('has the centre of the projection in the middle of its hexes', () => {
    const [x, y] = grid.toPlane(centre.lon0, centre.lat0);
    const [firstX, firstY] = grid.centre(0);
    const [lastX, lastY] = grid.centre(grid.size - 1);
    expect(x).toBeCloseTo((firstX + lastX) / 2, 9);
    expect(y).toBeCloseTo((firstY + lastY) / 2, 9);
  });
});
