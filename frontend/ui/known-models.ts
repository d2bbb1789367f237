import { createContext, use } from 'react'
import type { Model } from '../../contract/model.ts'

/** The models as the server has them now; none until that is known. Apart from the page's actions, which never change. */
export const KnownModelsContext = createContext<readonly Model[]>([])

/** Follows one model; undefined until that is known, and when the server has it no more. */
export const useKnownModel = (id: string): Model | undefined => use(KnownModelsContext).find((model) => model.id === id)
