/** The orders of a player turn with the reason of each; one leads to its moment and its place. */
import { useEffect, useRef } from 'preact/hooks';
import type { InspectedOrder, Inspection, Otherwise } from '../../../play/inspection.ts';
import { useDesk } from '../../app/desk.ts';
import { type Inspector, placeOfOrder } from '../../app/inspector.ts';
import { t, term } from '../../text/intl.ts';
import type { Names } from '../../text/names.ts';
import { orderText } from '../../text/orders.ts';
import { reasonText } from '../../text/reasons.ts';
import { Icon } from '../../widgets/icon.tsx';

interface Props {
  inspector: Inspector;
  inspection: Inspection;
}

export function OrderList({ inspector, inspection }: Props) {
  const { table, show } = useDesk();
  const { orders, otherwise, before, begin, deputy, side } = inspection;
  const names = inspector.namesFor(inspection);
  const current = inspector.current.value;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const goTo = (order: InspectedOrder): void => {
    inspector.goTo(order);
    const hex = placeOfOrder(order.action, table.seen.value.view);
    if (hex >= 0) show(hex);
  };
  return (
    <>
      {before > 0 && (
        <p class="small soft">{t('inspector.before', { all: before === orders.length, count: before })}</p>
      )}
      {deputy && (
        <p class="small soft">
          {t('thinking.deputy', {
            adjective: table.names.adjective(side),
            level: term('setUp.levels', deputy.level),
          })}
        </p>
      )}
      {otherwise && (
        <Difference
          otherwise={otherwise}
          number={otherwise.at - begin + 1}
          names={names}
          onShow={() => goTo(orders[otherwise.at - begin] as InspectedOrder)}
        />
      )}
      <ol class="inspector-orders" ref={list}>
        {orders.map((order, i) => (
          <li key={order.at} class={otherwise && order.at >= otherwise.at ? 'untold' : ''}>
            <button type="button" aria-current={i === current ? 'step' : undefined} onClick={() => goTo(order)}>
              {order.reason && <span>{reasonText(order.reason, names)}</span>}
              {order.at - begin < before && !order.reason && <span>{t('inspector.notItsOrder')}</span>}
              <small>{orderText(order.action, names)}</small>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

interface DifferenceProps {
  otherwise: Otherwise;
  /** Of the order in its player turn. */
  number: number;
  names: Names;
  onShow: () => void;
}

/** The first order that this version of the opponent would not have given. */
function Difference({ otherwise, number, names, onShow }: DifferenceProps) {
  return (
    <section class="inspector-difference">
      <h3>
        <Icon name="warn" /> {t('inspector.otherwise', { number })}
      </h3>
      <dl>
        <dt>{t('inspector.recorded')}</dt>
        <dd>{orderText(otherwise.recorded, names)}</dd>
        <dt>{t('inspector.chosen')}</dt>
        <dd>{orderText(otherwise.chosen, names)}</dd>
      </dl>
      <p class="small">{t('inspector.fromThere')}</p>
      <button type="button" class="plain" onClick={onShow}>
        {t('inspector.showDifference')}
      </button>
    </section>
  );
}
