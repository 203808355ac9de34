import { useEffect, useState } from 'react';

/** A value once it has stayed the same for a while. @param wait in milliseconds; 0: it is taken as it comes */
export function useSettled<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (wait === 0) return;
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return wait === 0 ? value : settled;
}
