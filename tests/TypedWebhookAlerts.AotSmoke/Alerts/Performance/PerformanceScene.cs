namespace TypedWebhookAlerts.AotSmoke.Alerts.Performance;

internal static class PerformanceScene
{
    public static void Raise()
    {
        PerformanceAlerts.ThresholdCrossed("gateway latency", 1204.5, 500, "bot-1");
        PerformanceAlerts.CpuHigh(0.97);
        PerformanceAlerts.MemoryHigh(1_610_612_736);
        PerformanceAlerts.GcPaused(214.126f, 2);
        PerformanceAlerts.ThreadPoolStarved(1200);
        PerformanceAlerts.Raw((Half)0.1, 48879);
        PerformanceAlerts.Overflowed(UInt128.MaxValue, Int128.MinValue);
        PerformanceAlerts.Percentiles([1.25, 20.5, 300]);
        PerformanceAlerts.Flags(true, 'ß', null);
        PerformanceAlerts.Odd(double.NaN, float.NegativeInfinity);
        PerformanceAlerts.Rates([0.5, 1.5]);
        PerformanceAlerts.EventLoopStands(TimeSpan.FromSeconds(12));
        PerformanceAlerts.Six(-1, 2, -3, 4, -5, 6);
    }
}
