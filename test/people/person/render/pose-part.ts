import type { Part } from '../shape/part.ts'
import type { Vector } from '../shape/vector.ts'

/** Where a head points, degrees: yaw > 0 towards the image's right, pitch > 0 up, roll > 0 clockwise. */
export interface Turn {
  yaw: number
  pitch: number
  roll: number
}

/** A part as it stands after the turn. */
export interface PosedPart extends Part {
  posedPoints: Vector[]
  posedNormals: Vector[]
}

/** The joint that a head turns on: inside the neck, below the ears; centimetres. */
const NECK_JOINT: Vector = [0, -5, -6]

/** Turns a part with the head, as far as it follows it. */
export function posePart(part: Part, turn: Turn): PosedPart {
  const rotate = rotation({
    yaw: turn.yaw * part.follow,
    pitch: turn.pitch * part.follow,
    roll: part.follow < 1 ? 0 : turn.roll,
  })
  const aboutJoint = (point: Vector): Vector => {
    const [x, y, z] = rotate([point[0] - NECK_JOINT[0], point[1] - NECK_JOINT[1], point[2] - NECK_JOINT[2]])
    return [x + NECK_JOINT[0], y + NECK_JOINT[1], z + NECK_JOINT[2]]
  }
  return { ...part, posedPoints: part.points.map(aboutJoint), posedNormals: part.normals.map(rotate) }
}

function rotation(turn: Turn): (v: Vector) => Vector {
  const [yaw, pitch, roll] = [turn.yaw, turn.pitch, turn.roll].map((degrees) => (degrees * Math.PI) / 180)
  const [sinYaw, cosYaw] = [Math.sin(yaw), Math.cos(yaw)]
  const [sinPitch, cosPitch] = [Math.sin(pitch), Math.cos(pitch)]
  const [sinRoll, cosRoll] = [Math.sin(roll), Math.cos(roll)]
  return ([x, y, z]) => {
    const raisedY = y * cosPitch + z * sinPitch
    const raisedZ = z * cosPitch - y * sinPitch
    const turnedX = x * cosYaw + raisedZ * sinYaw
    const turnedZ = raisedZ * cosYaw - x * sinYaw
    return [turnedX * cosRoll + raisedY * sinRoll, raisedY * cosRoll - turnedX * sinRoll, turnedZ]
  }
}
