/** Remembers the attempt of an identification over a reload of the page, in this tab only. */
export interface AttemptMemory {
  token(): string | null
  keep(token: string): void
  forget(): void
}

/** Keeps the token in sessionStorage, or for this page only where storage is refused (private modes, frames). */
export function rememberAttempt(identificationId: string): AttemptMemory {
  const key = `vidimus-attempt:${identificationId}`
  let own: string | null = null
  return {
    token: () => whereAllowed(() => sessionStorage.getItem(key)) ?? own,
    keep: (token) => {
      own = token
      whereAllowed(() => sessionStorage.setItem(key, token))
    },
    forget: () => {
      own = null
      whereAllowed(() => sessionStorage.removeItem(key))
    },
  }
}

function whereAllowed<T>(action: () => T): T | null {
  try {
    return action()
  } catch {
    return null
  }
}
