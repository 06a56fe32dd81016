import type { DatabaseConnection } from '../platform/database/database.ts'

/** What the parent hands to a role's process; the settings it reads itself. */
export interface RoleInput {
  connection: DatabaseConnection
  /** Port on loopback at which the media process answers. */
  mediaPort: number
}
