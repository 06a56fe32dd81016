/** Which of an account's two worlds a credential or an identification belongs to. */
export type Environment = 'live' | 'test'
