/** Rulebook 9: air. Estimates [A] throughout. */
import { amount, share, whole } from './bounds.ts';

export const AIR = {
  /** 9.2: share of the sorties of a clear day, tenths, in each weather. In fog the field opens in the afternoon. */
  sorties: {
    clear: amount(10, 10),
    overcast: amount(7, 10),
    fog: amount(5, 10),
    lightRain: amount(4, 10),
    heavyRain: amount(1, 10),
  },
  /** 9.5: share of the patrols that find a formation, in each weather. */
  contact: {
    clear: share(0.5),
    overcast: share(0.35),
    fog: share(0.15),
    lightRain: share(0.2),
    heavyRain: share(0.05),
  },
  /** 9.5: chance that an interceptor hits what it attacks at overwhelming value; half of what is hit is lost. */
  shot: share(0.3),
  /** 9.5: the same in a fight of fighters with escorts, and of the gunners of the attacked at the interceptor. */
  dogfight: share(0.12),
  gunners: share(0.1),
  /** 9.5: share of the intercepted aircraft not hit that jettison their load and turn back. */
  turnedBack: share(0.5),
  /** 9.6: share of the sorties near enemy troops that ground fire damages and brings down. */
  flakDamaged: share(0.015),
  flakLost: share(0.003),
  /** 9.6: share of the aircraft lost whose crew is lost; the others come down behind their own lines. */
  crewLost: share(0.5),
  /** 9.8: men hit by one sortie against a column in the open on a clear day. */
  interdiction: amount(1.5, 1000),
  /** 9.8: chance in thousandths that one sortie on a clear day breaks a bridge or ferry: bombers, others. */
  bridgesByBomber: whole(40, 0, 1000),
  bridgesByOther: whole(15, 0, 1000),
  /** 9.10: share of a drop lost anyhow, share that drifts to the enemy for each hexside he covers, and most of both together. */
  scatter: share(0.1),
  drift: share(0.08),
  mostLost: share(0.45),
} as const;
