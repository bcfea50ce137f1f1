import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { hmacSha256 as noble } from '../../src/auth/hmac-noble'
import { hmacSha256 as node } from '../../src/auth/hmac-node'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
const repeated = (pair: string, count: number): Uint8Array => bytes(pair.repeat(count))
const ascii = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

/** RFC 4231, section 4; test case 5 prints only the first 128 bits. */
const rfc4231: readonly (readonly [name: string, key: Uint8Array, message: Uint8Array, mac: string])[] = [
  [
    '4.2 test case 1',
    repeated('0b', 20),
    ascii('Hi There'),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    '4.3 test case 2, a key shorter than the output',
    ascii('Jefe'),
    ascii('what do ya want for nothing?'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    '4.4 test case 3, more than 64 bytes together',
    repeated('aa', 20),
    repeated('dd', 50),
    '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
  ],
  [
    '4.5 test case 4',
    bytes('0102030405060708090a0b0c0d0e0f10111213141516171819'),
    repeated('cd', 50),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
  [
    '4.6 test case 5, truncated',
    repeated('0c', 20),
    ascii('Test With Truncation'),
    'a3b6167473100ee06e0c796c2955552b',
  ],
  [
    '4.7 test case 6, a key longer than a block',
    repeated('aa', 131),
    ascii('Test Using Larger Than Block-Size Key - Hash Key First'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  [
    '4.8 test case 7, key and data longer than a block',
    repeated('aa', 131),
    ascii(
      'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
    ),
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ],
]

/** Made with `printf <message> | openssl dgst -sha256 -hmac <key>`, OpenSSL 3.0.19. */
const openssl: readonly (readonly [name: string, key: string, message: Uint8Array, mac: string])[] = [
  [
    'a body',
    'whsec_test_0123456789',
    ascii('{"trigger":"DATA_NEW"}'),
    '3d256288cd7d8d2280fee4bd0a47ee89912c58e95d22b809c18aa3b0a693b008',
  ],
  [
    'key and body beyond ASCII',
    'clé secrète',
    bytes('7b226e616d65223a224a6f73c3a920f09f8fa0227d'),
    'ba207cdefb8db9b7fcffa3a47fad2e7c7acfef27bd77ad6a8bf64cade99c8814',
  ],
  [
    'a byte order mark',
    'whsec_test_0123456789',
    bytes('efbbbf7b2261223a317d'),
    'ef3ac73a6a3e60026ef4a1c2ae1b427b0e928f1e1d08555878c18c3ce41a5564',
  ],
  [
    'bytes that are no UTF-8',
    'k',
    bytes('00fffe80206e6f742074657874'),
    '41386522e9dd94abda99fbbf7352c361e8d2470390f1883af1fc0acc70c2d176',
  ],
  [
    'a million bytes',
    'key',
    repeated('61', 1_000_000),
    '6e7005164aec3b1035635787fbdd6b729031b2eb39915ec3bd249d52731cc7a5',
  ],
]

describe.each([
  ['node:crypto', node],
  ['@noble/hashes', noble],
] as const)('HMAC-SHA256 by %s', (_name, hmacSha256) => {
  it.each(rfc4231)('RFC 4231 %s', (_case, key, message, mac) => {
    expect(hmacSha256(key, message).slice(0, mac.length)).toBe(mac)
  })

  it.each(openssl)('openssl: %s', (_case, key, message, mac) => {
    expect(hmacSha256(key, message)).toBe(mac)
  })

  it('gives 32 bytes in lower-case hex', () => {
    expect(hmacSha256('key', '')).toMatch(/^[\da-f]{64}$/)
  })

  test.prop([fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' })])(
    'text counts as its UTF-8 bytes',
    (key, message) => {
      const utf8 = new TextEncoder()
      expect(hmacSha256(key, message)).toEqual(hmacSha256(utf8.encode(key), utf8.encode(message)))
    },
  )
})

test.prop([fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 300 })])(
  'both give the same for any key and any message',
  (key, message) => {
    expect(noble(key, message)).toBe(node(key, message))
  },
)

test.prop([fc.string({ unit: 'binary', minLength: 1 }), fc.string({ unit: 'binary' })])(
  'both give the same for any text, lone surrogates included',
  (key, message) => {
    expect(noble(key, message)).toBe(node(key, message))
  },
)
