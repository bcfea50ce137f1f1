type Child = Node | string | null | false

interface Properties {
  readonly class?: string
  readonly title?: string
  readonly type?: string
  readonly 'aria-current'?: 'true' | 'false'
  readonly 'aria-label'?: string
  readonly href?: string
  readonly onclick?: () => void
}

/**
 * An element. Text becomes a text node and nothing here takes markup, so that whatever a payload holds is shown and
 * never run.
 */
export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  const { onclick, ...attributes } = properties
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  if (onclick !== undefined) element.addEventListener('click', onclick)
  element.append(...children.filter((child) => child !== null && child !== false))
  return element
}

/** An element of the page's own HTML. */
export const byId = <E extends HTMLElement>(id: string, kind: new () => E): E => {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`)
  return element
}

/** Puts text on the clipboard and says so on the button. */
export const copyButton = (label: string, textToCopy: () => string): HTMLButtonElement => {
  const button = h('button', { type: 'button', onclick: () => void copy() }, label)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(textToCopy())
      button.textContent = 'Copied'
    } catch {
      button.textContent = 'The browser refused'
    }
    setTimeout(() => (button.textContent = label), 1500)
  }
  return button
}
