#pragma once

#include "ui/models/ConnectionDiagnosis.h"
#include "ui/widgets/ViewContext.h"

#include <QFrame>

class QLabel;

namespace tutti::ui {

/// One step of the connection helper: a disc that says how far it is, its title, and whatever is to do there.
class HelperStep final : public QFrame {
    Q_OBJECT

public:
    HelperStep(int number, const QString& title, QWidget* content, const ViewContext& context,
               QWidget* parent = nullptr);

    void setState(StepState state);

private:
    void paintDisc();

    ViewContext m_context;
    int m_number;
    QString m_words;
    StepState m_state = StepState::Later;
    QLabel* m_disc;
    QLabel* m_title;
};

/// One thing the helper knows, marked as good or not.
class EvidenceLine final : public QWidget {
    Q_OBJECT

public:
    EvidenceLine(const ViewContext& context, QWidget* parent = nullptr);

    void setEvidence(bool good, const QString& text);

private:
    void paintMark();

    ViewContext m_context;
    bool m_good = true;
    QLabel* m_mark;
    QLabel* m_text;
};

} // namespace tutti::ui
