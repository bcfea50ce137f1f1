import { callWords, documentWords, messageWords } from './conversation-words'
import { leadWords, screeningWords } from './lead-words'
import { accessWords, showingWords } from './showing-words'

/**
 * Every action of ShowMojo's page "Leads and Showings Webhook" and the event it means, misspelt ones as the page
 * spells them, with the details that the word itself carries.
 */
export const words = {
  ...leadWords,
  ...screeningWords,
  ...showingWords,
  ...accessWords,
  ...messageWords,
  ...callWords,
  ...documentWords,
}

export type ShowMojoAction = keyof typeof words
