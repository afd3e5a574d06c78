"use client";

import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import type { Device } from "@/lib/client/device";
import type { DeviceRecord } from "@/lib/client/device-record";

const DeviceContext = createContext<Device | null>(null);

/** What this device keeps of the session, for everything below. */
export function DeviceProvider({ device, children }: { device: Device; children: ReactNode }) {
  return <DeviceContext.Provider value={device}>{children}</DeviceContext.Provider>;
}

/** The device itself, for what follows it beside React. */
export function useDeviceItself(): Device {
  const device = useContext(DeviceContext);
  if (!device) throw new Error("What a device keeps needs a DeviceProvider above it");
  return device;
}

/** What this device keeps, and how to change or forget it. */
export function useDevice(): Pick<Device, "change" | "handIn" | "erase"> & {
  record: DeviceRecord;
} {
  const device = useDeviceItself();
  const record = useSyncExternalStore(device.subscribe, device.snapshot, device.snapshot);
  const { change, handIn, erase } = device;
  return { record, change, handIn, erase };
}
