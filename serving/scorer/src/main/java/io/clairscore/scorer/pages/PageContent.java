package io.clairscore.scorer.pages;

/** What a page tells, if it can be told. */
public sealed interface PageContent
    permits CalibrationPage,
        CandidatesPage,
        ComparisonPage,
        CurvesPage,
        DocumentsPage,
        EffectsPage,
        FairnessPage,
        FeaturesPage,
        ImportancePage,
        LadderPage,
        MetricsPage,
        ReportPage,
        RulesPage,
        ThresholdsPage {}
