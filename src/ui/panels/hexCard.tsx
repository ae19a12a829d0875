/** What there is to know of a hex. */
import { useDesk } from '../app/desk.ts';
import { hexFacts } from '../app/hexFacts.ts';
import { t, term } from '../text/intl.ts';
import { formatCount, formatMinutes, formatTonnes, joinNames } from '../text/names.ts';
import { Explained } from '../widgets/explained.tsx';
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
          <dt>
            <Explained about={t('explain.ground')} clause="6.4">
              {t('hex.ground')}
            </Explained>
          </dt>
          <dd>
            {t(`terms.covers.${facts.cover}`)} <small>{t(`terms.reliefs.${facts.relief}`).toLowerCase()}</small>
          </dd>
        </div>
        <div>
          <dt>
            <Explained about={t('explain.height')} clause="3.3">
              {t('hex.height')}
            </Explained>
          </dt>
          <dd>
            {t('hex.metres', { metres: facts.elevation })} <small>{t('hex.crest', { metres: facts.crest })}</small>
          </dd>
        </div>
        <div>
          <dt>
            <Explained about={t('explain.way')} clause="3.5">
              {t('hex.way')}
            </Explained>
          </dt>
          <dd>{facts.road ? t(`terms.roads.${facts.road}`) : t('hex.noWay')}</dd>
        </div>
        <div>
          <dt>
            <Explained about={t('explain.holder')} clause="13.2">
              {t('hex.holder')}
            </Explained>
          </dt>
          <dd>{side(facts.holder)}</dd>
        </div>
        <div class={reach ? '' : 'wide'}>
          <dt>
            <Explained about={t('explain.room', { perKm: Math.round(facts.limit / table.game.hexKm) })} clause="5.1">
              {t('hex.room')}
            </Explained>
          </dt>
          <dd>
            {formatCount(facts.men)} <small>{t('hex.ofMen', { limit: formatCount(facts.limit) })}</small>
          </dd>
        </div>
        {reach && (
          <div>
            <dt>
              <Explained about={t('explain.cost')} clause="3.1">
                {t('hex.cost')}
              </Explained>
            </dt>
            <dd>{cost === undefined ? t('hex.noCost') : formatMinutes(cost)}</dd>
          </div>
        )}
        {facts.rivers.length > 0 && (
          <div class="wide">
            <dt>
              <Explained about={t('explain.water')} clause="3.4">
                {t('hex.water')}
              </Explained>
            </dt>
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
            <dt>
              <Explained about={t('explain.broken')} clause="10.4">
                {t('hex.broken')}
              </Explained>
            </dt>
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
            <dt>
              <Explained about={t('explain.depot')} clause="8.2">
                {t('hex.depot')}
              </Explained>
            </dt>
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
            <dt>
              <Explained about={t('explain.zones')} clause="6.10">
                {t('hex.zones')}
              </Explained>
            </dt>
            <dd>
              <small>{facts.zones.map((name) => name.split(/[:：]/)[0]).join(t('common.comma'))}</small>
            </dd>
          </div>
        )}
        <div class="wide">
          <dt>
            <Explained about={t('explain.observers')} clause="7.1">
              {t('hex.observers')}
            </Explained>
          </dt>
          <dd>
            <small>
              {facts.observers.length === 0 ? t('hex.nobody') : joinNames(facts.observers.map(table.names.unit), 3)}
            </small>
          </dd>
        </div>
        {facts.points.some((one) => one.points + one.perTurn > 0) && (
          <div class="wide">
            <dt>
              <Explained about={t('explain.worth')} clause="13.1">
                {t('hex.worth')}
              </Explained>
            </dt>
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
