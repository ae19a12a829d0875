/** What there is to know of a hex. */
import { useDesk } from '../app/desk.ts';
import { hexFacts } from '../app/hexFacts.ts';
import { en } from '../text/en.ts';
import { formatCount, formatMinutes, formatTonnes, joinNames } from '../text/names.ts';
import { AirfieldState } from './airPanel.tsx';

export function HexCard({ hex }: { hex: number }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const facts = hexFacts(seen, hex);
  const { reach } = table.interaction.value;
  const cost = reach?.hexes.find((one) => one.hex === hex)?.minutes;
  const side = (index: number): string => (index < 0 ? en.hex.nobody : table.names.side(index));
  return (
    <article class="card hex-card" aria-label={table.names.hexFull(hex)}>
      <header>
        <div>
          <h3>{table.names.hexFull(hex)}</h3>
          {facts.places.map((place, at) => (
            <p key={place.name} class="small">
              {at > 0 && `${place.name} `}
              {place.zh !== place.name && <span lang="zh">{place.zh}</span>}{' '}
              <span class="soft">{en.hex.placeKinds[place.kind] ?? place.kind}</span>
              {place.elevation !== null && <span class="soft"> · {en.hex.metres(place.elevation)}</span>}
            </p>
          ))}
        </div>
      </header>
      <dl class="facts">
        <div>
          <dt>{en.hex.ground}</dt>
          <dd>
            {en.terms.covers[facts.cover]} <small>{en.terms.reliefs[facts.relief].toLowerCase()}</small>
          </dd>
        </div>
        <div>
          <dt>{en.hex.height}</dt>
          <dd>
            {en.hex.metres(facts.elevation)} <small>{en.hex.crest(facts.crest)}</small>
          </dd>
        </div>
        <div>
          <dt>{en.hex.way}</dt>
          <dd>{facts.road ? en.terms.roads[facts.road] : en.hex.noWay}</dd>
        </div>
        <div>
          <dt>{en.hex.holder}</dt>
          <dd>{side(facts.holder)}</dd>
        </div>
        <div class={reach ? '' : 'wide'}>
          <dt>{en.hex.room}</dt>
          <dd>
            {formatCount(facts.men)} <small>{en.hex.ofMen(formatCount(facts.limit))}</small>
          </dd>
        </div>
        {reach && (
          <div>
            <dt>{en.hex.cost}</dt>
            <dd>{cost === undefined ? en.hex.noCost : formatMinutes(cost)}</dd>
          </div>
        )}
        {facts.rivers.length > 0 && (
          <div class="wide">
            <dt>{en.hex.water}</dt>
            <dd>
              <small>
                {facts.rivers
                  .map(
                    (one) =>
                      `${en.terms.rivers[one.river]} ${one.direction}${one.crossing ? ` (${one.broken ? en.hex.brokenBridge : en.hex.crossings[one.crossing]})` : ''}`,
                  )
                  .join(', ')}
              </small>
            </dd>
          </div>
        )}
        {facts.broken.length > 0 && (
          <div class="wide">
            <dt>{en.hex.broken}</dt>
            <dd>
              <small>
                {facts.broken.map(({ what, direction }) => `${en.terms.links[what]} ${direction}`).join(', ')}
              </small>
            </dd>
          </div>
        )}
        {facts.depots.map((depot) => (
          <div class="wide" key={depot.name}>
            <dt>{en.hex.depot}</dt>
            <dd>
              {depot.name}{' '}
              <small>
                {depot.held
                  ? en.hex.stock(formatTonnes(depot.food), formatTonnes(depot.ammo), formatTonnes(depot.fuel))
                  : en.hex.notHeld}
              </small>
            </dd>
          </div>
        ))}
        {facts.zones.length > 0 && (
          <div class="wide">
            <dt>{en.hex.zones}</dt>
            <dd>
              <small>{facts.zones.map((name) => name.split(':')[0]).join(', ')}</small>
            </dd>
          </div>
        )}
        <div class="wide">
          <dt>{en.hex.observers}</dt>
          <dd>
            <small>
              {facts.observers.length === 0 ? en.hex.nobody : joinNames(facts.observers.map(table.names.unit), 3)}
            </small>
          </dd>
        </div>
        {facts.points.some((one) => one.points + one.perTurn > 0) && (
          <div class="wide">
            <dt>{en.hex.worth}</dt>
            <dd>
              <small>
                {facts.points
                  .filter((one) => one.points + one.perTurn > 0)
                  .map((one) => en.hex.points(side(one.side), one.points, one.perTurn))
                  .join('; ')}
              </small>
            </dd>
          </div>
        )}
      </dl>
      {facts.airfield && (
        <section>
          <h3 class="label">{en.hex.airfields}</h3>
          <AirfieldState base={facts.airfield} />
        </section>
      )}
    </article>
  );
}
