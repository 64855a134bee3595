#pragma once

#include "ui/models/ConnectionDiagnosis.h"
#include "ui/widgets/ViewContext.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tutti::ui {

class ConnectionPicture;
class HelperStep;
class QrView;

/// When no tablet gets through: steps on the left, one diagnosis in the middle with how we know, ways out on the right, best
/// first. Teaching goes on meanwhile.
class ConnectionGuide final : public QWidget {
    Q_OBJECT

public:
    ConnectionGuide(const ViewContext& context, QWidget* parent = nullptr);

    void setNetworkStatus(const NetworkStatus& status);
    /// Time went on.
    void refresh();
    void restKeyboard();

signals:
    void closed();

private:
    QWidget* makeSteps();
    QWidget* makeHead(QWidget* parent);
    QWidget* makeNetworkStep();
    QWidget* makeTestStep();
    QWidget* makeDiagnosis();
    QWidget* makeWays();
    void answer(SameNetwork same);
    void copyNote();
    void showSteps();
    void showDiagnosis();
    void showEvidence(const std::vector<Evidence>& evidence);
    void showWays(const std::vector<WayOut>& ways);

    ViewContext m_context;
    NetworkStatus m_status;
    SameNetwork m_same = SameNetwork::NotAsked;
    std::optional<Obstacle> m_shown;
    QPushButton* m_close;
    QLabel* m_ready;
    QLabel* m_network;
    QPushButton* m_isSame;
    QPushButton* m_isOther;
    QrView* m_test;
    QLabel* m_testAddress;
    QLabel* m_arrived;
    QLabel* m_speed;
    std::array<HelperStep*, kHelperSteps> m_steps{};
    QLabel* m_chip;
    QLabel* m_title;
    QLabel* m_text;
    ConnectionPicture* m_picture;
    QVBoxLayout* m_evidence;
    QLabel* m_waysTitle;
    QVBoxLayout* m_ways;
    QLabel* m_it;
};

} // namespace tutti::ui
