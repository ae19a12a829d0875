/** What there is to know of a hex. */
import { useDesk } from '../app/desk.ts';
import { hexFacts } from '../app/hexFacts.ts';
import { t, term } from '../text/intl.ts';
import { formatCount, formatMinutes, formatTonnes, joinNames } from '../text/names.ts';
import { AirfieldState } from './airPanel.tsx';
import { HexNote } from './hexNote.tsx';
import { EnemyReachList, ReachList } from './reachList.tsx';

export function HexCard({ hex }: { hex: number }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const facts = hexFacts(seen, hex);
  const { reach } = table.interaction.value;
  const cost = reach?.hexes.find((one) => one.hex === hex)?.minutes;
  const side = (index: number): string => (index < 0 ? t('hex.nobody') : table.names.side(index));
  return (
    <article class="card hex-card" aria-label={table.names.hexFull(hex)}>
      <header>
        <div>
          <h3>{table.names.hexFull(hex)}</h3>
          {facts.places.map((place, at) => (
            <p key={place.name} class="small">
              {at > 0 && `${place.name} `}
              <span lang={place.second.lang}>{place.second.text}</span> {place.period && <span>({place.period})</span>}{' '}
              <span class="soft">{term('hex.placeKinds', place.kind)}</span>
              {place.elevation !== null && <span class="soft"> · {t('hex.metres', { metres: place.elevation })}</span>}
            </p>
          ))}
        </div>
      </header>
      <dl class="facts">
        <div>
          <dt>{t('hex.ground')}</dt>
          <dd>
            {t(`terms.covers.${facts.cover}`)} <small>{t(`terms.reliefs.${facts.relief}`).toLowerCase()}</small>
          </dd>
        </div>
        <div>
          <dt>{t('hex.height')}</dt>
          <dd>
            {t('hex.metres', { metres: facts.elevation })} <small>{t('hex.crest', { metres: facts.crest })}</small>
          </dd>
        </div>
        <div>
          <dt>{t('hex.way')}</dt>
          <dd>{facts.road ? t(`terms.roads.${facts.road}`) : t('hex.noWay')}</dd>
        </div>
        <div>
          <dt>{t('hex.holder')}</dt>
          <dd>{side(facts.holder)}</dd>
        </div>
        <div class={reach ? '' : 'wide'}>
          <dt>{t('hex.room')}</dt>
          <dd>
            {formatCount(facts.men)} <small>{t('hex.ofMen', { limit: formatCount(facts.limit) })}</small>
          </dd>
        </div>
        {reach && (
          <div>
            <dt>{t('hex.cost')}</dt>
            <dd>{cost === undefined ? t('hex.noCost') : formatMinutes(cost)}</dd>
          </div>
        )}
        {facts.rivers.length > 0 && (
          <div class="wide">
            <dt>{t('hex.water')}</dt>
            <dd>
              <small>
                {facts.rivers
                  .map(
                    (one) =>
                      `${t(`terms.rivers.${one.river}`)} ${one.direction}${one.crossing ? ` (${one.broken ? t('hex.brokenBridge') : t(`hex.crossings.${one.crossing}`)})` : ''}`,
                  )
                  .join(t('common.comma'))}
              </small>
            </dd>
          </div>
        )}
        {facts.broken.length > 0 && (
          <div class="wide">
            <dt>{t('hex.broken')}</dt>
            <dd>
              <small>
                {facts.broken
                  .map(({ what, direction }) => `${t(`terms.links.${what}`)} ${direction}`)
                  .join(t('common.comma'))}
              </small>
            </dd>
          </div>
        )}
        {facts.depots.map((depot) => (
          <div class="wide" key={depot.name}>
            <dt>{t('hex.depot')}</dt>
            <dd>
              {depot.name}{' '}
              <small>
                {depot.held
                  ? t('hex.stock', {
                      food: formatTonnes(depot.food),
                      ammo: formatTonnes(depot.ammo),
                      fuel: formatTonnes(depot.fuel),
                    })
                  : t('hex.notHeld')}
              </small>
            </dd>
          </div>
        ))}
        {facts.zones.length > 0 && (
          <div class="wide">
            <dt>{t('hex.zones')}</dt>
            <dd>
              <small>{facts.zones.map((name) => name.split(/[:：]/)[0]).join(t('common.comma'))}</small>
            </dd>
          </div>
        )}
        <div class="wide">
          <dt>{t('hex.observers')}</dt>
          <dd>
            <small>
              {facts.observers.length === 0 ? t('hex.nobody') : joinNames(facts.observers.map(table.names.unit), 3)}
            </small>
          </dd>
        </div>
        {facts.points.some((one) => one.points + one.perTurn > 0) && (
          <div class="wide">
            <dt>{t('hex.worth')}</dt>
            <dd>
              <small>
                {facts.points
                  .filter((one) => one.points + one.perTurn > 0)
                  .map((one) =>
                    t('hex.points', {
                      side: side(one.side),
                      both: one.points > 0 ? (one.perTurn > 0 ? 'both' : 'end') : 'turn',
                      points: one.points,
                      perTurn: one.perTurn,
                    }),
                  )
                  .join(t('common.semicolon'))}
              </small>
            </dd>
          </div>
        )}
      </dl>
      <HexNote hex={hex} />
      {facts.airfield && (
        <section>
          <h3 class="label">{t('hex.airfields')}</h3>
          <AirfieldState base={facts.airfield} />
        </section>
      )}
      <ReachList hex={hex} />
      <EnemyReachList hex={hex} />
    </article>
  );
}
