import { logOut } from '../api.ts'
import { toast } from '../ui/toasts.tsx'

export const LogOut = ({ className }: { className: string }) => (
  <button type="button" className={className} onClick={() => void leave()}>
    Log out
  </button>
)

async function leave(): Promise<void> {
  try {
    await logOut()
    location.assign('/')
  } catch (error) {
    toast(`You are still logged in: ${error instanceof Error ? error.message : String(error)}`, 'fault')
  }
}
