using CsCheck;
using TypedWebhookAlerts.Capture;
using Xunit;

namespace TypedWebhookAlerts.Tests.Capture;

/// <summary>
/// Drives the ring beside its model through every order in which four producers, the pump and a close can take their
/// steps. A step is a claim, a commit, a read, a release: between these a producer may be interrupted for long.
/// CsCheck prints the seed of a failing schedule and shrinks it.
/// </summary>
public sealed class RingModelTests
{
    private const int Capacity = 512;
    private const int Reserve = 128;

    private static readonly Gen<Step> s_step = Gen.Frequency(
        (8, Gen.Select(
            Gen.Int[0, OpenClaims.Producers - 1], Gen.Byte.Array[0, 120], Gen.Int[0, 9], Gen.Bool,
            (producer, payload, unused, critical) => (Step)new ClaimOrCommit(producer, payload, unused, critical))),
        (3, Gen.Const((Step)new Read())),
        (4, Gen.Const((Step)new Release())));

    [Fact]
    public void EveryScheduleAnswersAsTheModelDoes()
        => s_step.Array[0, 200].Hold(steps => Run(steps, closeAt: steps.Length), count: 4_000);

    [Fact]
    public void AfterACloseNothingIsTakenAndAllThatWasClaimedIsRead()
        => Gen.Select(s_step.Array[0, 100], Gen.Int[0, 100]).Hold(
            (steps, closeAt) => Run(steps, Math.Min(closeAt, steps.Length)), count: 3_000);

    private static void Run(Step[] steps, int closeAt)
    {
        var ring = new AlertRingBuffer(Capacity, new WakeUp(), Reserve);
        var model = new RingModel(Capacity, Reserve);
        var claims = default(OpenClaims);
        var open = new RingModel.Entry?[OpenClaims.Producers];
        for (var i = 0; i < steps.Length; i++)
        {
            if (i == closeAt)
            {
                ring.Close();
                model.Close();
            }

            Take(steps[i], ring, model, ref claims, open);
            Assert.Equal(model.IsEmpty, ring.IsEmpty);
            Assert.Equal(model.CountCommitted, ring.CountCommitted());
        }

        for (var producer = 0; producer < OpenClaims.Producers; producer++)
        {
            Commit(producer, ref claims, open);
        }

        while (!model.IsEmpty)
        {
            Take(new Release(), ring, model, ref claims, open);
        }

        Assert.False(ring.TryRead(out _));
        Assert.True(ring.IsEmpty);
    }

    private static void Take(
        Step step, AlertRingBuffer ring, RingModel model, ref OpenClaims claims, RingModel.Entry?[] open)
    {
        switch (step)
        {
            case ClaimOrCommit { Producer: var producer } when open[producer] is not null:
                Commit(producer, ref claims, open);
                break;
            case ClaimOrCommit claim:
                Claim(claim, ring, model, ref claims, open);
                break;
            case Read:
                AssertRead(model.Read(), ring, out _);
                break;
            case Release when model.Read() is { } oldest:
                AssertRead(oldest, ring, out var record);
                ring.Release(record);
                model.Release();
                break;
            case Release:
                AssertRead(null, ring, out _);
                break;
        }
    }

    private static void Claim(
        ClaimOrCommit claim, AlertRingBuffer ring, RingModel model, ref OpenClaims claims, RingModel.Entry?[] open)
    {
        var size = claim.Payload.Length + claim.Unused;
        var expected = model.Claim(claim.Payload, claim.Unused, claim.IsCritical, out var entry);
        var stamp = (uint)claim.Payload.Length;
        var result = ring.TryClaim(Alerts.Plain.Id, size, claim.IsCritical, stamp, out var writer);
        Assert.Equal(expected, result);
        if (result == ClaimResult.Claimed)
        {
            claims.Set(claim.Producer, writer);
            open[claim.Producer] = entry;
        }
    }

    private static void Commit(int producer, ref OpenClaims claims, RingModel.Entry?[] open)
    {
        if (open[producer] is { Payload: { } payload } entry)
        {
            claims.WriteAndCommit(producer, payload);
            entry.IsCommitted = true;
            open[producer] = null;
        }
    }

    private static void AssertRead(RingModel.Entry? expected, AlertRingBuffer ring, out AlertRecord record)
    {
        Assert.Equal(expected is not null, ring.TryRead(out record));
        if (expected is { Payload: { } payload })
        {
            Assert.Same(Alerts.Plain, record.Descriptor);
            Assert.Equal(expected.Length, record.Length);
            Assert.Equal((uint)payload.Length, record.Stamp);
            Assert.True(record.Key.SequenceEqual(payload));
            Assert.Equal(-1, record.Payload[payload.Length..].IndexOfAnyExcept((byte)0));
        }
    }

    private abstract record Step;

    /// <summary>A producer's next step: it commits if it has claimed. Some claim more than they write.</summary>
    private sealed record ClaimOrCommit(int Producer, byte[] Payload, int Unused, bool IsCritical) : Step;

    private sealed record Read : Step;

    private sealed record Release : Step;
}
