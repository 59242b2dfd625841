using FsCheck;
using FsCheck.Fluent;

namespace TransformationPortal.Core.Tests.Building;

/// <summary>A statement that must hold for every programme, tried on many random ones.</summary>
internal static class Law
{
    /// <summary>Tries the law; when it breaks, the message holds the smallest programme found that breaks it.</summary>
    public static void Holds(Arbitrary<RandomProgramme> programmes, Action<RandomProgramme> law, int cases = 80) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithQuietOnSuccess(true), Prop.ForAll(programmes, law));

    public static void HoldsForEveryProgramme(Action<RandomProgramme> law, int cases = 80) => Holds(RandomProgrammes.Any, law, cases);

    /// <summary>The same for two programmes that have nothing to do with each other: the hardest pair to compare.</summary>
    public static void HoldsForEveryPair(Action<RandomProgramme, RandomProgramme> law, int cases = 80) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithQuietOnSuccess(true), Prop.ForAll(RandomProgrammes.Any, RandomProgrammes.Any, law));
}
