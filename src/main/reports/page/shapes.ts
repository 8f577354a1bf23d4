import { ink, n } from './measures.ts'
import type { Ink } from './measures.ts'

// Operators for shapes, in points with y growing downwards, as strings that can be put into any page.

const roundness = 0.5523

export const fill = (colour: Ink): string => `${ink[colour]} rg\n`
export const stroke = (colour: Ink, width: number, dashes: readonly number[] = []): string =>
  `${ink[colour]} RG ${n(width)} w [${dashes.map(n).join(' ')}] 0 d\n`

export const rectangle = (x: number, y: number, width: number, height: number): string => `${n(x)} ${n(y)} ${n(width)} ${n(height)} re\n`
export const move = (x: number, y: number): string => `${n(x)} ${n(y)} m\n`
export const line = (x: number, y: number): string => `${n(x)} ${n(y)} l\n`
export const curve = (...points: readonly [number, number, number, number, number, number]): string => `${points.map(n).join(' ')} c\n`

export function polygon(points: readonly (readonly [number, number])[]): string {
  return `${points.map(([x, y], index) => (index === 0 ? move(x, y) : line(x, y))).join('')}h\n`
}

export function circle(x: number, y: number, radius: number): string {
  return leftHalf(x, y, radius) + curve(x + radius * roundness, y + radius, x + radius, y + radius * roundness, x + radius, y)
    + curve(x + radius, y - radius * roundness, x + radius * roundness, y - radius, x, y - radius)
}

/** From the top round the left side to the bottom. */
export function leftHalf(x: number, y: number, radius: number): string {
  const k = radius * roundness
  return move(x, y - radius) + curve(x - k, y - radius, x - radius, y - k, x - radius, y) + curve(x - radius, y + k, x - k, y + radius, x, y + radius)
}

export function ruleLine(x: number, y: number, width: number, thickness: number, colour: Ink): string {
  return `${stroke(colour, thickness)}${move(x, y)}${line(x + width, y)}S\n`
}

export const placed = (x: number, y: number, scale: number, shape: string): string => `q ${n(scale)} 0 0 ${n(scale)} ${n(x)} ${n(y)} cm\n${shape}Q\n`
