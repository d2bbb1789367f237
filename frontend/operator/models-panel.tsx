import type { ReactNode } from 'react'
import type { SpendReply, SwitchesReply } from '../../contract/operator.ts'
import { formatSum } from '../ui/sum.ts'
import type { Live } from './live.ts'
import { ModelSwitch } from './model-switch.tsx'
import { Panel, PanelSkeleton } from './panel.tsx'
import { PartFault } from './part-fault.tsx'

type Spent = SpendReply['models'][number]
type Switch = SwitchesReply['switches'][number]
type Row = { model: string; name: string; spent: Spent | undefined; state: Switch | undefined }

/** Every model with its spending and its switch. The switches work although spending cannot be read, and the other way round. */
export function ModelsPanel({ spend, switches }: { spend: Live<SpendReply>; switches: Live<SwitchesReply> }) {
  const rows = joined(spend.data?.models ?? [], switches.data?.switches ?? [])
  if (!switches.data && !switches.error) return <PanelSkeleton className="h-72" />
  return (
    <>
      {switches.error && !switches.data && <PartFault title="Switches" of={switches} />}
      {rows.length > 0 && (
        <Panel title="Models">
          <p className="mt-1 text-sm text-soft">
            A model that is switched off starts nothing new; what was accepted before is still painted.
          </p>
          <Table rows={rows} spending={spend.data !== undefined} switchable={switches.data !== undefined} />
        </Panel>
      )}
    </>
  )
}

type TableProps = { rows: readonly Row[]; spending: boolean; switchable: boolean }

function Table({ rows, spending, switchable }: TableProps) {
  return (
    <table className="mt-3 w-full border-collapse text-left wrap-break-word text-sm tabular-nums">
      <caption className="sr-only">Each model with its spending and its switch</caption>
      <thead className="text-2xs text-soft">
        <tr className="border-b border-high align-bottom">
          <Head>Model</Head>
          {spending && <Head end>Today</Head>}
          {spending && (
            <Head end wide>
              Month
            </Head>
          )}
          {switchable && <Head end>On</Head>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ model, name, spent, state }) => (
          <tr key={model} className="border-b border-high/60 last:border-0">
            <th scope="row" className="h-14 py-1.5 pr-2 font-medium">
              {name}
              {state?.offSince !== undefined && (
                <span className="block text-2xs font-normal text-soft">off since {timeOf(state.offSince)}</span>
              )}
            </th>
            {spending && <Cell>{spent && <Today {...spent} />}</Cell>}
            {spending && <Cell wide>{spent && formatSum(spent.monthMicroUsd)}</Cell>}
            {switchable && (
              <Cell>{state ? <ModelSwitch {...state} /> : <span className="text-2xs text-soft">not in use</span>}</Cell>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

// On a phone the month stands below the day: a column of its own would leave no room for names.
const wideOnly = 'max-sm:hidden'

const Head = ({ children, end, wide }: { children: string; end?: true; wide?: true }) => (
  <th scope="col" className={`py-2 font-normal ${end ? 'pl-3 text-right sm:pl-8' : ''} ${wide ? wideOnly : ''}`}>
    {children}
  </th>
)

const Cell = ({ children, wide }: { children: ReactNode; wide?: true }) => (
  <td className={`py-1.5 pl-3 text-right whitespace-nowrap sm:pl-8 ${wide ? wideOnly : ''}`}>{children}</td>
)

function Today({ todayMicroUsd, dailyBudgetMicroUsd, monthMicroUsd }: Spent) {
  const usedUp = dailyBudgetMicroUsd !== null && todayMicroUsd >= dailyBudgetMicroUsd
  return (
    <>
      {formatSum(todayMicroUsd)}
      {dailyBudgetMicroUsd !== null && (
        <span className={`block text-2xs ${usedUp ? 'text-rose' : 'text-soft'}`}>
          of {formatSum(dailyBudgetMicroUsd)}
          {usedUp && ', used up'}
        </span>
      )}
      <span className="block text-2xs text-soft sm:hidden">{formatSum(monthMicroUsd)} this month</span>
    </>
  )
}

/** In the order of the configuration, as both lists are; models that can only be switched come last. */
function joined(spent: readonly Spent[], switches: readonly Switch[]): Row[] {
  const states = new Map(switches.map((state) => [state.model, state]))
  const known = new Set(spent.map(({ model }) => model))
  return [
    ...spent.map((one) => ({ model: one.model, name: one.name, spent: one, state: states.get(one.model) })),
    ...switches
      .filter(({ model }) => !known.has(model))
      .map((state) => ({ model: state.model, name: state.name, spent: undefined, state })),
  ]
}

const timeOf = (iso: string): string =>
  new Date(iso).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
