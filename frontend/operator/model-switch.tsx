import { useMutation, useQueryClient } from '@tanstack/react-query'
import { usePageActions } from '../ui/page-actions.ts'
import { play } from '../ui/sounds.ts'
import { Switch } from '../ui/switch.tsx'
import { toast } from '../ui/toasts.tsx'
import { setSwitch, switchesQuery } from './requests.ts'

type ModelSwitchProps = { model: string; name: string; on: boolean }

/** Moves when the server has said that it has moved. */
export function ModelSwitch({ model, name, on }: ModelSwitchProps) {
  const queries = useQueryClient()
  const { refreshModels } = usePageActions()
  const switching = useMutation({
    mutationFn: (wanted: boolean) => setSwitch({ model, on: wanted }),
    async onSuccess(reply, wanted) {
      // An answer that is under way may still tell of the old position.
      await queries.cancelQueries({ queryKey: switchesQuery.queryKey })
      queries.setQueryData(switchesQuery.queryKey, reply)
      refreshModels()
      toast(`${name} is switched ${wanted ? 'on' : 'off'}`)
      play('switch')
    },
    onError({ message }, wanted) {
      toast(`${name} was not switched ${wanted ? 'on' : 'off'}: ${message}`, 'fault')
      play('failed')
    },
  })
  return (
    <Switch
      label={name}
      on={on}
      waiting={switching.isPending}
      onChange={(wanted) => {
        if (!switching.isPending) switching.mutate(wanted)
      }}
    />
  )
}
