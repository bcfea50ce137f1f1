export { sValidator } from '@hono/standard-validator'
import { Hono } from 'hono'

export const app = new Hono()

export const handle = (event: unknown): Response => Response.json(event)
